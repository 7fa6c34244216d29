"""Crews make the files of a list of jobs: here, in processes of this machine, or on a cluster."""
