// SPDX-License-Identifier: MIT
export { loadTenant, readSetting, saveBody, writeSetting } from './tenant-settings.ts'
