"""Whether a candidate's file holds anything of the interviewer's, wherever in the file."""
