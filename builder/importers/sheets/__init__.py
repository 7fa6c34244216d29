"""Tables with a question a row → a draft: each column by its heading, each row by what is filled in."""
