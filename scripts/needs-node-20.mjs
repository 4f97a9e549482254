/** Imported first, and written for any Node that knows modules: an old one gets a clear line, not a syntax error. */
if (Number(process.versions.node.split('.')[0]) < 20) {
  console.error(`Anjungan needs Node 20 or newer to start; this is ${process.version}. See https://nodejs.org`);
  process.exit(1);
}
