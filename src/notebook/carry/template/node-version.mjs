// Cells are TypeScript that Node runs as it is.
const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This is Node ${process.versions.node}. The cells are TypeScript, which Node runs by itself from 22.18 on: https://nodejs.org`,
  );
  process.exit(1);
}
