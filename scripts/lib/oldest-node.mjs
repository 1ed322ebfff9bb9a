// Imported first by prepare.mjs: what an older Node cannot do is said before it stumbles over it.
if (Number(process.versions.node.split('.')[0]) < 18) {
  console.error(
    `MSP Casebook needs Node 18 or newer to install itself; this is ${process.version}. Install a newer Node.`,
  )
  process.exit(1)
}
