// Holds the plugin's Python against the rules of plugin/qgis/ruff.toml.
// usage: node lint.cjs MODULES_FOLDER PLUGIN_FOLDER    exit 0 clean, 1 findings, 77 where ruff's module is not installed
const fs = require("fs");
const path = require("path");

const [modules, folder] = process.argv.slice(2);
let ruff;
try {
  ruff = require(path.join(path.resolve(modules), "@astral-sh", "ruff-wasm-nodejs"));
} catch {
  console.log("skipped: no ruff in " + modules + " (./quickstart test installs it where npm is there)");
  process.exit(77);
}

const toml = fs.readFileSync(path.join(folder, "ruff.toml"), "utf8");
const list = (name) => JSON.parse(toml.match(new RegExp(`^${name} = (\\[.*\\])`, "m"))[1]);
const settings = { "line-length": 120, "target-version": "py39", lint: { select: list("select"), ignore: list("ignore") } };
const workspace = new ruff.Workspace(settings, ruff.PositionEncoding.Utf16);

const files = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".py"));
let findings = 0;
for (const name of files)
  for (const found of workspace.check(fs.readFileSync(path.join(folder, name), "utf8"))) {
    findings++;
    console.log(`${name}:${found.start_location.row}: ${found.code} ${found.message}`);
  }
const bad = workspace.check("import os\n"); // an unused import must be found, or the check could not fail
console.log(`${files.length} files, ${findings} findings`);
process.exit(findings || !files.length || !bad.length ? 1 : 0);
