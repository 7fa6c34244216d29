"""Drafts → the data of a bank and the comments on what a person must decide."""
