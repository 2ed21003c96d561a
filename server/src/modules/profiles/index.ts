// SPDX-License-Identifier: MIT
export { chooseProfile, listProfiles, type ProfileChoice, type Profiles } from './profiles.ts'
