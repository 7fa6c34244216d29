"""Tables that people draw by hand, with merged cells and labels beside their values, as plain lines or plain tables."""
