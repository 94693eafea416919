/** Works real public help requests through Kefu over HTTP as the demo users. */
package dev.kefu.demo;
