// Text to speech.
