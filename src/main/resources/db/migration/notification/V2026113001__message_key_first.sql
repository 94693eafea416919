-- The key becomes the primary key. On a secondary unique index MySQL locks the gap before a key that is put in twice at once: whoever put it in first and goes on
-- with another key is then the victim of a deadlock. (The unique constraint stays, as dropping it is written in two ways; the primary key is asked before it.)
create unique index notification_messages_id on notification_messages (id);
alter table notification_messages drop primary key;
alter table notification_messages add primary key (message_key);
