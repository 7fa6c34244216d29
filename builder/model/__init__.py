"""The ground every room stands on: banks, projects, themes as checked Python objects."""
