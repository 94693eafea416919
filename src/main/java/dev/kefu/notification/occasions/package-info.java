/** The occasions on which employees and customers are told something without anybody asking for it. */
package dev.kefu.notification.occasions;
