export default import.meta.glob<object>('../messages/en/first/*.json', { eager: true, import: 'default' });
