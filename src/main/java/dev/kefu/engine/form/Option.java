package dev.kefu.engine.form;

/** One choice of a select, radio, checklist or taglist. */
record Option(Object value, String label) {
}
