import './needs-node-20.mjs';

void import('./kiosk.mjs').then(({ main }) => main(process.argv.slice(2)));
