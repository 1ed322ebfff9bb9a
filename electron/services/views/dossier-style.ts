/** How the dossier looks on a screen and on A4 or Letter: no colour that a printer would need, nothing cut apart. */
export const DOSSIER_STYLE = `
@page { margin: 18mm 16mm; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; color: #111; background: #fff; }
body { max-width: 190mm; margin: 0 auto; padding: 8mm; }
header { border-bottom: 1.5pt solid #111; margin-bottom: 6mm; padding-bottom: 3mm; }
h1 { font-size: 18pt; line-height: 1.2; margin: 0 0 2mm; }
h2 { font-size: 13pt; margin: 8mm 0 2mm; break-after: avoid; }
h3 { font-size: 11pt; margin: 5mm 0 1.5mm; break-after: avoid; }
p { margin: 1mm 0; }
td p { margin: 0 0 0.5mm; }
figure { margin: 1mm 0; }
figcaption { color: #444; font-size: 9pt; }
table { width: 100%; border-collapse: collapse; margin: 1mm 0 3mm; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { text-align: left; vertical-align: top; padding: 1mm 2mm 1mm 0; border-bottom: 0.5pt solid #999; overflow-wrap: break-word; }
th { font-weight: 600; }
tbody th { width: 34%; font-weight: 400; color: #444; }
.mono { font-family: ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; font-size: 0.92em; overflow-wrap: anywhere; }
.quiet { color: #444; }
.practice { border: 1.5pt solid #111; padding: 2mm 3mm; font-weight: 600; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; border-left: 2pt solid #999; margin: 1mm 0 3mm; padding-left: 3mm; font-size: 9.5pt; }
img { max-width: 100%; max-height: 160mm; border: 0.5pt solid #999; break-inside: avoid; }
footer { margin-top: 8mm; border-top: 0.5pt solid #999; padding-top: 2mm; color: #444; font-size: 9pt; }
@media print { body { max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
`.trim()
