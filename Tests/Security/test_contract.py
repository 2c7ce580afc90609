"""The contract that /openapi.json promises, asked for with thousands of right and wrong requests (https://schemathesis.readthedocs.io)."""
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

from door import Door

HERE = Path(__file__).resolve().parent

try:
    import schemathesis  # noqa: F401
except ImportError:
    schemathesis = None


@unittest.skipUnless(schemathesis or os.environ.get("CI") == "true", "Schemathesis is missing: scripts/setup test")
class ContractTests(Door):
    def test_every_answer_is_one_that_the_contract_names(self):
        """No 5xx but "try again later", no status, media type, header or body that is not in the contract, no route open that should be closed."""
        environment = os.environ | self.names() | {"SCHEMATHESIS_HOOKS": "contract_hooks", "PYTHONPATH": str(HERE), "PYTHONDONTWRITEBYTECODE": "1"}
        program = Path(sys.executable).parent / "schemathesis"
        with tempfile.TemporaryDirectory(prefix="jarvis-contract-") as folder:
            run = subprocess.run(
                [program, "--config-file", HERE / "schemathesis.toml", "run", f"http://127.0.0.1:{self.house.port}/openapi.json", "-H", f"Authorization: Bearer {self.token}", "--no-color"],
                env=environment, cwd=folder, capture_output=True, text=True, timeout=150)
        self.assertEqual(run.returncode, 0, f"{run.stdout[-12_000:]}\n{run.stderr[-2000:]}\n{self.house.last_lines(5)}")
        self.assertEqual(self.house.call("GET", "/auth/me", token=self.token)[0], 200, "the session ended meanwhile, and all were asked without")

    def names(self):
        """Things that exist, for the routes that ask for one."""
        def made(path, body):
            status, answer = self.house.call("POST", path, body, token=self.token)
            self.assertIn(status, (200, 201), answer)
            return answer
        chat = made("/chat", {"message": "quelle heure est-il ?"})
        rule = {"trigger": {"type": "time", "time": "07:30"}, "orders": [{"intent": "HassTurnOff", "slots": {"area": "salon"}}]}
        return {
            "TIMER": made("/timers", {"seconds": 8_000_000, "label": "thé"})["id"], "REMINDER": made("/reminders", {"due_at": "2099-01-01T00:00:00Z", "label": "thé"})["id"],
            "MEMORY": made("/memories", {"text": "Le thé est vert."})["id"], "RULE": made("/automations", rule)["id"], "CONVERSATION": chat["conversation_id"], "TRACE": chat["trace_id"],
            "ENTITY": self.house.call("GET", "/home/entities", token=self.token)[1]["items"][0]["id"],
        }


if __name__ == "__main__":
    unittest.main()
