/** What a Camunda Form asks, shows and allows, known to the server: the same rules as form-js 1.8.7 in the browser, and stricter where a browser cannot be trusted. */
package dev.kefu.engine.form;
