// Audio in and out of its formats.
