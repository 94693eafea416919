/** Takes what the world outside the task list tells a waiting case. */
package dev.kefu.engine.events;
