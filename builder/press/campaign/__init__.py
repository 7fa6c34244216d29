"""Prints campaigns: copies in bulk, a file for the printer a room, and the list of everything."""

from builder.press.campaign.press import CampaignPress
from builder.press.campaign.records import Record

__all__ = ["CampaignPress", "Record"]
