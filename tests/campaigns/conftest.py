"""One campaign, built once."""

from __future__ import annotations

import pytest
from campaign_projects import BuiltCampaign, build, campaign_project


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> BuiltCampaign:
    """Five candidates in two rooms before three raters each, every document in both formats."""
    return build(campaign_project(tmp_path_factory.mktemp("campaign")))
