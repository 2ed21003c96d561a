// SPDX-License-Identifier: MIT
import { redirect } from 'react-router'

/** Back from a provider where the session was ended too. */
export const loader = () => redirect('/')
