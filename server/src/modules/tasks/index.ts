// SPDX-License-Identifier: MIT
export { askTasks, type Assignee, closeTasks, completeTasksOf, type NewTask } from './ask-tasks.ts'
export { type ListedTask, listTasks, type Task, tasksOf } from './list-tasks.ts'
export { tasksRoutes } from './tasks.routes.ts'
