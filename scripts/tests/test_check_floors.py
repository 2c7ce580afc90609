"""What scripts/check-floors lets pass and what it stops."""
import importlib.machinery
import importlib.util
import sys
import unittest
from pathlib import Path

sys.dont_write_bytecode = True
SCRIPT = Path(__file__).parent.parent / "check-floors"
loader = importlib.machinery.SourceFileLoader("check_floors", str(SCRIPT))
floors = importlib.util.module_from_spec(importlib.util.spec_from_loader("check_floors", loader))
sys.modules["check_floors"] = floors
loader.exec_module(floors)

TABLE = floors.parse_table("""
<!-- floors: a small house -->
| floor | target | may import | binds | what it is |
|---|---|---|---|---|
| 0 bindings | `CThing` | – | – | a library |
| 1 base | `Base` | – | – | ids |
| 1 base | `Configuration` | `Base` | – | the environment |
| 2 engines | `Engine` | floor 1 | `CThing` | an engine |
| 4 features | `Feature` | floor 1 | – | a feature |
| 7 root | `the-root` | floor 1 floor 2 floor 4 | – | the program |
<!-- end of floors -->
""")


def target(name, dependencies, folder="Sources"):
    return floors.Target(name, f"{folder}/{name}", "library", [], set(dependencies))


MODULES = {"Base": "Base", "Engine": "Engine", "Feature": "Feature", "CThing": "CThing", "the_root": "the-root"}


def problems(text, name="Feature", dependencies=("Base", "Configuration"), folder="Sources"):
    return list(floors.check_file(Path("File.swift"), text, target(name, dependencies, folder), TABLE, MODULES))


class TableTests(unittest.TestCase):
    def test_a_floor_stands_for_its_targets(self):
        self.assertEqual(TABLE["the-root"].imports, {"Base", "Configuration", "Engine", "Feature"})
        self.assertEqual(TABLE["Engine"].binds, {"CThing"})

    def test_a_page_without_the_table_is_an_error(self):
        with self.assertRaises(ValueError):
            floors.parse_table("# The house")

    def test_the_projects_own_table_can_be_read(self):
        table = floors.parse_table((SCRIPT.parent.parent / "docs/architecture.md").read_text(encoding="utf-8"))
        self.assertIn("Domain", table["Assistant"].imports)
        self.assertNotIn("Skills", table["Assistant"].imports)


class PackageTests(unittest.TestCase):
    def check(self, *targets):
        present = [target(name, []) for name in TABLE]
        chosen = {t.name: t for t in present} | {t.name: t for t in targets}
        return list(floors.check_package(chosen.values(), TABLE))

    def test_what_the_table_allows_passes(self):
        self.assertEqual(self.check(target("Engine", ["Base", "CThing"])), [])

    def test_a_dependency_upwards_is_stopped(self):
        found = self.check(target("Engine", ["Feature"]))
        self.assertEqual(len(found), 1)
        self.assertIn("Engine may not depend on Feature", found[0])

    def test_a_target_without_a_row_is_named(self):
        self.assertIn("NewThing has no row", self.check(target("NewThing", []))[0])

    def test_a_row_without_a_target_is_named(self):
        self.assertTrue(any("names Engine" in line for line in floors.check_package([target("Base", [])], TABLE)))


class FileTests(unittest.TestCase):
    def test_allowed_imports_of_all_forms_pass(self):
        text = "public import Base\nimport Foundation\n@preconcurrency private import struct Base.Thing\n@_exported import Base\n"
        self.assertEqual(problems(text), [])

    def test_an_undeclared_import_is_stopped(self):
        self.assertIn("File.swift:2: Feature imports Engine without declaring it", problems("import Base\nimport Engine\n")[0])

    def test_a_declared_import_that_the_table_forbids_is_stopped(self):
        self.assertIn("may not import Engine", problems("import Engine", dependencies=["Engine"])[0])

    def test_c_modules_come_in_privately_and_where_they_are_bound(self):
        self.assertEqual(problems("private import CThing", "Engine", ["CThing"]), [])
        self.assertIn("private import CThing", problems("import CThing", "Engine", ["CThing"])[0])
        self.assertIn("may not import CThing", problems("private import CThing", "Feature", ["CThing"])[0])

    def test_tests_import_what_they_declare(self):
        self.assertEqual(problems("import Testing\n@testable import Engine", "EngineTests", ["Engine"], "Tests"), [])
        self.assertEqual(len(problems("@testable import Feature", "EngineTests", ["Engine"], "Tests")), 1)

    def test_tests_import_what_their_dependencies_stand_on(self):
        targets = [target("Base", []), target("Engine", ["Base"]), target("EngineTests", ["Engine"], "Tests"), target("Feature", ["Engine"])]
        allowed = {t.name: t.dependencies for t in floors.with_what_they_stand_on(targets)}
        self.assertEqual(allowed["EngineTests"], {"Base", "Engine"})
        self.assertEqual(allowed["Feature"], {"Engine"})

    def test_imports_in_comments_and_strings_do_not_count(self):
        self.assertEqual(problems('// import Engine\n/* \nimport Engine\n*/ let text = """\nimport Engine\n"""\nlet raw = #"import "Engine"#\n'), [])

    def test_the_environment_is_read_in_configuration_only(self):
        for text in ["let home = getenv(\"HOME\")", "let all = ProcessInfo.processInfo.environment"]:
            self.assertIn("Configuration only", problems(text)[0])
            self.assertEqual(problems(text, "Configuration"), [])

    def test_what_ends_the_process_wants_a_reason_on_the_line_above(self):
        for text in ["let x = try! f()", "fatalError(\"no\")"]:
            self.assertEqual(len(problems(text)), 1)
            self.assertEqual(problems(f"// It cannot fail: the pattern is a constant.\n{text}"), [])

    def test_a_task_has_a_holder_or_a_reason(self):
        for text in ["Task {", "    Task.detached {", "_ = Task(priority: .high) {"]:
            self.assertEqual(len(problems(text)), 1, text)
        for text in ["let task = Task {", "// A bridge: the callback is not async.\nTask {", "withTaskGroup { group in", "group.addTask {"]:
            self.assertEqual(problems(text), [], text)


if __name__ == "__main__":
    unittest.main()
