import './needs-node-20.mjs';

void import('./layers.mjs').then(({ main }) => main(process.argv.slice(2)));
