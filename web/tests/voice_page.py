"""One page with a recording for its microphone: what it shows, what it plays, and what the mock was sent."""
import json
import urllib.request

from axe_playwright_python.sync_playwright import Axe

from browser import PATIENCE, set_up_or_sign_in
from checks import expect

NAME, PASSWORD = "maison", "cheval agrafe pile correcte"

#: Keeps what is played (`played`: frame and samples), what comes over the line and when (`came`), and the microphones that were opened.
WATCH = """(() => {
    window.played = [];
    window.came = [];
    window.streams = [];
    const connect = AudioNode.prototype.connect;
    AudioNode.prototype.connect = function (target, ...rest) {
        if (target instanceof AudioDestinationNode && !(this instanceof AudioWorkletNode)) {
            window.context = this.context;
            window.meter = this.context.createAnalyser();
            meter.fftSize = 8192;
            connect.call(this, meter);
            // Only the mock serves it, and only safe addresses have worklets.
            if (isSecureContext) this.context.audioWorklet.addModule("/mock/recorder.js").then(() => {
                const recorder = new AudioWorkletNode(this.context, "recorder", { channelCount: 1, channelCountMode: "explicit" });
                recorder.port.onmessage = event => window.played.push(event.data);
                connect.call(this, recorder);
            }, () => undefined);
        }
        return connect.call(this, target, ...rest);
    };
    const handler = Object.getOwnPropertyDescriptor(WebSocket.prototype, "onmessage");
    Object.defineProperty(WebSocket.prototype, "onmessage", { ...handler, set(take) {
        handler.set.call(this, event => {
            const type = typeof event.data === "string" ? JSON.parse(event.data).type : "sound";
            window.came.push({ type, time: window.context ? window.context.currentTime : 0 });
            take(event);
        });
    } });
    const open = navigator.mediaDevices && navigator.mediaDevices.getUserMedia;
    if (open) navigator.mediaDevices.getUserMedia = async function (...wishes) {
        window.wishes = wishes[0];
        const stream = await open.apply(this, wishes);
        window.streams.push(stream);
        return stream;
    };
})()"""

IS_LIVE = "() => streams.some(stream => stream.getTracks().some(track => track.readyState === 'live'))"


class Voice:
    """One page with one recording for its microphone."""

    def __init__(self, browser, url, troubles, **settings):
        self.url, self.troubles = url, troubles
        self.context = browser.new_context(**{"locale": "fr-FR", "viewport": {"width": 1280, "height": 800}, **settings})
        self.context.set_default_timeout(PATIENCE)
        page = self.page = self.context.new_page()
        page.add_init_script(WATCH)
        page.on("pageerror", lambda error: troubles.append(f"script error: {error}"))
        page.on("console", lambda line: troubles.append(line.text) if "Content Security Policy" in line.text else None)

    def enter(self, host=None):
        self.page.goto(self.url.replace("127.0.0.1", host or "127.0.0.1"))
        set_up_or_sign_in(self.page, NAME, PASSWORD)
        self.page.wait_for_selector(".link-open")
        return self

    # The mock's ears

    def tell(self, **how):
        request = urllib.request.Request(f"{self.url}/mock/voice", json.dumps(how).encode(), {"Content-Type": "application/json"})
        urllib.request.urlopen(request).close()

    def came(self):
        with urllib.request.urlopen(f"{self.url}/mock/voice") as answer:
            return json.load(answer)

    def events(self):
        return [event["type"] + {True: " down", False: " up", None: ""}[event.get("down")] for event in self.came()["events"]]

    def told(self):
        """What came over the line to the page: type, and the loudspeaker's time."""
        return self.page.evaluate("() => came")

    def until(self, condition, message):
        for _ in range(PATIENCE // 50):
            if condition():
                return
            self.page.wait_for_timeout(50)
        raise AssertionError(message)

    # What is seen and heard

    @property
    def button(self):
        return self.page.locator(".microphone")

    def state(self, text):
        self.page.locator(".voice-state", has_text=text).wait_for()

    def expect_off(self):
        self.page.wait_for_function(f"() => !({IS_LIVE})()")
        expect(self.button.get_attribute("aria-pressed") == "false", "the button says that the microphone is on")

    def expect_on(self):
        self.page.wait_for_function(IS_LIVE)
        self.page.wait_for_selector(".microphone-on[aria-pressed=true]")

    def expect_heard(self):
        """Something comes out of the loudspeaker."""
        self.page.wait_for_function("""() => {
            if (!window.meter) return false;
            const samples = new Float32Array(meter.fftSize);
            meter.getFloatTimeDomainData(samples);
            return samples.some(sample => Math.abs(sample) > 0.03);
        }""")

    def heard(self):
        """What was played, as (frame of its first sample, samples, rate), with the silence in it left out."""
        pieces = self.page.evaluate("() => played.map(({ frame, samples }) => [frame, [...samples]])")
        return pieces, self.page.evaluate("() => context.sampleRate")


def barriers(page):
    found = Axe().run(page).response["violations"]
    expect(found == [], "; ".join(f"{issue['id']}: {issue['nodes'][0]['html'][:120]}" for issue in found))
