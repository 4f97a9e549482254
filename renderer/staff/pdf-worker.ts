/** pdf.js's worker under our own address: the page's policy lets no other script run. */
import 'pdfjs-dist/build/pdf.worker.min.mjs';
