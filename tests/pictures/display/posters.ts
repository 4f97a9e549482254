/** What an office puts up: drawn here, so that no photograph is needed. */

const poster = (width: number, height: number, ground: string, title: string, line: string) => `
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
  <rect width="100%" height="100%" fill="${ground}"/>
  <circle cx="${width * 0.85}" cy="${height * 0.2}" r="${height * 0.34}" fill="#ffffff" opacity="0.14"/>
  <rect y="${height * 0.82}" width="100%" height="${height * 0.18}" fill="#000000" opacity="0.22"/>
  <g fill="#ffffff" font-family="sans-serif" font-weight="700">
    <text x="${width * 0.07}" y="${height * 0.45}" font-size="${width * 0.085}">${title}</text>
    <text x="${width * 0.07}" y="${height * 0.62}" font-size="${width * 0.045}" font-weight="400">${line}</text>
  </g>
</svg>`;

const posters: Readonly<Record<string, string>> = {
  'imunisasi.png': poster(1600, 900, '#1b7f8c', 'Imunisasi anak', 'Posyandu, Kamis pukul 08.00'),
  'pajak.png': poster(1600, 900, '#a63d14', 'Bayar PBB', 'Sebelum 30 September'),
  'tegak.png': poster(900, 1600, '#3b5ba9', 'Donor darah', 'Balai desa, Sabtu'),
  'terang.png': poster(1600, 900, '#f4d35e', 'Pasar murah', 'Lapangan Glagah'),
};

/** A data URL; what there is no poster of is a file that nobody can read. */
export const posterOf = ({ name }: { readonly name: string }): string =>
  `data:image/svg+xml,${encodeURIComponent(posters[name] ?? 'no picture')}`;
