"""Our own Word files → the bank that they were made of, with what somebody changed in Word."""
