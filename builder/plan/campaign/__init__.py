"""A campaign → its files: which document goes to whom, in how many copies, called what."""

from builder.plan.campaign.planning import plan_campaign
from builder.plan.campaign.stacks import Copy, Stack

__all__ = ["Copy", "Stack", "plan_campaign"]
