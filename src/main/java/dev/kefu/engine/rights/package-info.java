/** Rights on a task are read from the task itself: whoever holds it or may take it. The engine's way, a stored row for each of them, makes lists slower with the square of the open tasks. */
package dev.kefu.engine.rights;
