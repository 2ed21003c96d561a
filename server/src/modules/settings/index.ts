// SPDX-License-Identifier: MIT
export { loadTenant, saveTenant, type TenantSettings, tenantSettings } from './tenant-settings.ts'
