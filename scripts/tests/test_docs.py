"""What the documents promise: links lead somewhere, and the two READMEs are twins."""
import re
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/**/*.md"))


def read(path):
    return path.read_text(encoding="utf-8")


class DocumentTests(unittest.TestCase):
    def test_links_inside_the_project_lead_somewhere(self):
        for page in PAGES:
            for link in re.findall(r"\]\(([^)#\s]+)[^)]*\)", read(page)):
                if "://" not in link:
                    with self.subTest(page=str(page.relative_to(ROOT)), link=link):
                        self.assertTrue((page.parent / link).exists())

    def test_the_readmes_are_twins(self):
        english, french = read(ROOT / "README.md"), read(ROOT / "README.fr.md")
        shape = lambda text: re.findall(r"^(#+ |\||- |```|!\[)", text, re.M)       # noqa: E731
        self.assertEqual(shape(english), shape(french))
        names = lambda text: set(re.findall(r"\b[A-Z]+(?:_[A-Z]+)+\b", text))      # noqa: E731
        self.assertEqual(names(english) - {"NAME_FILE"}, names(french) - {"NOM_FILE"})

    def test_every_decision_is_listed(self):
        index = read(ROOT / "docs/adr/README.md")
        for page in (ROOT / "docs/adr").glob("0*.md"):
            self.assertIn(f"({page.name})", index)


if __name__ == "__main__":
    unittest.main()
