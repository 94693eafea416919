/** Makes the engine count in working days, calendar days and hours wherever a model names a time. */
package dev.kefu.engine.timing;
