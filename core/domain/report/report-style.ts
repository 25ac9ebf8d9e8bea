/** The style of a report for paper, A4 upright; on a screen it is the same sheet. Part of the program, as the report is. */
export const REPORT_STYLE = `:root {
  color: #16302e;
  background: #fff;
  font:
    10.5pt / 1.45 "Atkinson Hyperlegible Next",
    system-ui,
    sans-serif;
}
@page {
  size: A4;
  margin: 16mm;
}
body {
  margin: 0;
}
main {
  max-width: 178mm;
  margin: 0 auto;
  padding: 8mm 4mm;
}
h1 {
  margin: 0;
  font-size: 22pt;
  line-height: 1.15;
}
h2 {
  margin: 0 0 2mm;
  font-size: 13pt;
}
.lead {
  margin: 2mm 0 0;
  color: #3d504b;
  font-size: 12pt;
}
.note {
  margin: 0 0 2mm;
  color: #3d504b;
}
section {
  margin-top: 8mm;
  break-inside: avoid;
}
table {
  width: 100%;
  border-collapse: collapse;
  font-variant-numeric: tabular-nums;
}
th,
td {
  padding: 1.2mm 3mm 1.2mm 0;
  border-bottom: 0.3mm solid #dcd3c1;
  text-align: left;
  vertical-align: baseline;
}
thead th {
  color: #3d504b;
}
tbody th {
  font-weight: 400;
}
.number {
  text-align: right;
  white-space: nowrap;
}
.hidden {
  color: #3d504b;
  font-style: italic;
}
.bar {
  width: 38mm;
  padding-right: 0;
}
.bar svg {
  display: block;
  width: 100%;
  height: 3mm;
}
.bar rect {
  fill: #0c5a54;
  print-color-adjust: exact;
}
.notes {
  margin-top: 4mm;
  color: #3d504b;
  font-size: 9.5pt;
}
.notes p {
  margin: 0 0 1mm;
}

@media print {
  main {
    max-width: none;
    padding: 0;
  }
}
`;
