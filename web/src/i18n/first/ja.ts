export default import.meta.glob<object>('../messages/ja/first/*.json', { eager: true, import: 'default' });
