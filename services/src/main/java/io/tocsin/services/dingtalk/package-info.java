/** DingTalk's custom robots (钉钉自定义机器人). */
package io.tocsin.services.dingtalk;
