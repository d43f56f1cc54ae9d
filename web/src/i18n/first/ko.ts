export default import.meta.glob<object>('../messages/ko/first/*.json', { eager: true, import: 'default' });
