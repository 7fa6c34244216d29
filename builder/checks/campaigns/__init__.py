"""Campaigns before they are printed: the day, its rooms, its roster, and whether everybody has a time."""

from builder.checks.campaigns.inspecting import CampaignInspection, inspect_campaign
from builder.checks.campaigns.project import campaign_findings, is_campaign_file

__all__ = ["CampaignInspection", "campaign_findings", "inspect_campaign", "is_campaign_file"]
