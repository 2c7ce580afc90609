// Text as it is said.
