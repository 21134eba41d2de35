/** Feishu (飞书) and Lark, their custom bots. */
package io.tocsin.services.feishu;
