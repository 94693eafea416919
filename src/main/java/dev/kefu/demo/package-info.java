/** Works real public help requests and complaints through Kefu over HTTP as the demo users. */
package dev.kefu.demo;
