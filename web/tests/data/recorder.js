// Takes part in everything that is played, on the audio thread, so that it knows the very sample: the tests' ear at the loudspeaker.
registerProcessor("recorder", class extends AudioWorkletProcessor {
  process(inputs) {
    const heard = inputs[0][0];
    if (heard && heard.some((sample) => sample !== 0)) this.port.postMessage({ frame: currentFrame, samples: heard.slice() });
    return true;
  }
});
