/** Reads a case as a whole from the engine's history. */
package dev.kefu.engine.records;
