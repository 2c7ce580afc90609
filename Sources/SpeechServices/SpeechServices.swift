// The STT and TTS services.
