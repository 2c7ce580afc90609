"""Ways out of the folder of the page."""
import tempfile
import unittest
from pathlib import Path

from door import Door, answers

#: After the page's own folder, or instead of it. `%s` is what is wanted.
FORMS = (
    "/../%s", "/../../../../../../../../%s", "/./../%s", "/assets/../../%s", "/assets/../../../../../../%s", "/..//%s", "//../%s", "//%s", "///%s", "/.//../%s",
    "/%%2e%%2e/%s", "/%%2E%%2E/%s", "/%%2e%%2e%%2f%s", "/..%%2f%s", "/.%%2e/%s", "/%%2e./%s", "/assets/%%2e%%2e/%%2e%%2e/%s", "/%%252e%%252e/%s", "/%%252e%%252e%%252f%s", "/..%%252f%s",
    "/..%%5c%s", "/..\\%s", "/%%5c..%%5c%s", "\\..\\%s", "/....//%s", "/....\\/%s", "/..;/%s", "/%%c0%%ae%%c0%%ae/%s", "/..%%c0%%af%s", "/%%e0%%80%%ae%%e0%%80%%ae/%s",
    "/%%uff0e%%uff0e/%s", "/..%%00/%s", "/%s%%00.html", "/%s%%00", "/.%%00./%s", "/..%%0d%%0a/%s", "/..%%ff/%s", "/~root/%s", "/index.html/../../%s", "/?/../%s", "/#/../%s", "/%%2f%s",
    "/..%%ef%%bc%%8f%s", "/%%ef%%bc%%8e%%ef%%bc%%8e/%s", "file:///%s", "/file:///%s", "http://127.0.0.1/../%s", "../%s", "*/../%s", "%s",
)
WANTED = ("secret.txt", "etc/passwd", "proc/self/environ", "data/jarvis.db", "page2/secret.txt")

#: What only those files hold.
SIGNS = (b"beside the page", b"root:", b"JARVIS_SECRET_KEY", b"SQLite format")

PAGE = b"<!doctype html><title>the page</title>"


class FileTests(Door):
    @classmethod
    def setUpClass(cls):
        """A page of two files, secrets beside it, and links to them within."""
        folder = tempfile.TemporaryDirectory(prefix="jarvis-page-")
        cls.addClassCleanup(folder.cleanup)
        root = Path(folder.name)
        for name in ("page/assets", "page2"):
            (root / name).mkdir(parents=True)
        (root / "page/index.html").write_bytes(PAGE)
        (root / "page/assets/app.js").write_text("// script")
        (root / "page/.env").write_text("beside the page")
        for name in ("secret.txt", "page2/secret.txt"):
            (root / name).write_text("beside the page")
        (root / "page/assets/file").symlink_to(root / "secret.txt")
        (root / "page/assets/folder").symlink_to(root)
        (root / "page/assets/up").symlink_to("../../page2")
        cls.settings = {"JARVIS_WEB_ROOT": str(root / "page")}
        super().setUpClass()

    def test_the_control_gives_the_page(self):
        for path, content in {"/": PAGE, "/assets/app.js": b"// script"}.items():
            got, _ = self.talk(self.request(f"GET {path}", "Connection: close"), port=self.house.interface_port)
            self.assertEqual(got.partition(b"\r\n\r\n")[2], content)

    def test_nothing_but_the_page_is_given(self):
        for wanted in WANTED:
            for form in FORMS:
                for prefix in ("", "/api"):
                    with self.subTest(wanted=wanted, form=form, prefix=prefix):
                        self.check(prefix + form % wanted if form.startswith("/") else form % wanted)

    def test_links_and_hidden_files_lead_nowhere_else(self):
        for target in ("/assets/file", "/assets/folder/secret.txt", "/assets/folder/page2/secret.txt", "/assets/up/secret.txt", "/.env", "/assets/..%2f.env", "/%2eenv"):
            with self.subTest(target):
                self.check(target)

    def check(self, target):
        got, closed = self.talk(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n".encode("utf-8"), port=self.house.interface_port)
        self.assertTrue(closed)
        codes = answers(got)
        self.assertEqual(len(codes), 1)
        self.assertIn(codes[0], (200, 400, 401, 404), got[:200])
        if codes[0] == 200:
            # What the page's own addresses are answered with.
            self.assertIn(got.partition(b"\r\n\r\n")[2], (PAGE, b"// script"))
        for sign in SIGNS:
            self.assertNotIn(sign, got)


if __name__ == "__main__":
    unittest.main()
