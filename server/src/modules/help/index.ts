// SPDX-License-Identifier: MIT
export { type HelpBeside, helpBeside } from './help-beside.ts'
export { type HelpSection, type HelpSheet, helpPageOf, type HelpTile, listHelp } from './help-pages.ts'
export { helpPictureRoutes } from './help-pictures.ts'
