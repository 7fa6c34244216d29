"""What each audience may see of a bank, as types of their own.

A view is made by copying fields out of the bank one by one: a candidate's view has no attribute that could
hold a guide, a probe or a rubric, so no template, however wrong, can print one. A view is also all that a
document depends on: what is not in the view cannot make its document stale.
"""
