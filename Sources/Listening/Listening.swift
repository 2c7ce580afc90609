// When somebody speaks, and when the wake word is said.
