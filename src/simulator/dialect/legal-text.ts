const warning = [
  '',
  '  ****************************** Warning *******************************',
  '  This product contains cryptographic features and is',
  '  subject to United States and local country laws',
  '  governing, import, export, transfer, and use.',
  '  Delivery of Cisco cryptographic products does not',
  '  imply third-party authority to import, export,',
  '  distribute, or use encryption. Importers, exporters,',
  '  distributors and users are responsible for compliance',
  '  with U.S. and local country laws. By using this',
  '  product you agree to comply with applicable laws and',
  '  regulations. If you are unable to comply with U.S.',
  '  and local laws, return the enclosed items immediately.',
  '',
  '  A summary of U.S. laws governing Cisco cryptographic',
  '  products may be found at:',
  '  http://www.cisco.com/wwl/export/crypto/tool/stqrg.html',
  '',
  '  If you require further assistance please contact us by',
  '  sending email to export@cisco.com.',
  '  ******************************* Warning *******************************',
];

const rights = [
  '',
  '                Restricted Rights Legend',
  'Use, duplication, or disclosure by the Government is',
  'subject to restrictions as set forth in subparagraph',
  '(c) of the Commercial Computer Software - Restricted',
  'Rights clause at FAR sec. 52.227-19 and subparagraph',
  '(c) (1) (ii) of the Rights in Technical Data and Computer',
  'Software clause at DFARS sec. 252.227-7013.',
  '',
  '                Cisco Systems, Inc.',
  '                170 West Tasman Drive',
  '                San Jose, California 95134-1706',
  '',
];

/** What every boot says of laws and rights, with the years of the copyright. */
export function legalLines(years: string): readonly string[] {
  return [...warning, `Copyright (c) ${years} by Cisco Systems, Inc.`, ...rights];
}
